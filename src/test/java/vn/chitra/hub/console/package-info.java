/** The pages of the console. */
@NullMarked
package vn.chitra.hub.console;

import org.jspecify.annotations.NullMarked;
