/** The stored side of batches: gathering, numbers, the send gate, due batches, configurations. */
@NullMarked
package vn.chitra.hub.batch.jdbc;

import org.jspecify.annotations.NullMarked;
