/** The pages of the console, in Vietnamese and read only; persons act by Hawtio. */
@NullMarked
package vn.chitra.hub.console;

import org.jspecify.annotations.NullMarked;
