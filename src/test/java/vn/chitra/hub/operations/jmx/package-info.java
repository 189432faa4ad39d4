/** Tests of the console's MBeans. */
@NullMarked
package vn.chitra.hub.operations.jmx;

import org.jspecify.annotations.NullMarked;
