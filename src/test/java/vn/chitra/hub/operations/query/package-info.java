@NullMarked
package vn.chitra.hub.operations.query;

import org.jspecify.annotations.NullMarked;
