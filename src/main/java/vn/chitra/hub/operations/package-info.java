/** The view of operators: due work, health, metrics. */
@NullMarked
package vn.chitra.hub.operations;

import org.jspecify.annotations.NullMarked;
