/** The pages of the console, in Vietnamese and English: what is there, and the actions of persons with a preview of each. */
@NullMarked
package vn.chitra.hub.console;

import org.jspecify.annotations.NullMarked;
