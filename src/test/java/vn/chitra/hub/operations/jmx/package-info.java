/** What the console shows. */
@NullMarked
package vn.chitra.hub.operations.jmx;

import org.jspecify.annotations.NullMarked;
