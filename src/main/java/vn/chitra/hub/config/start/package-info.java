/** The check of the settings before the hub starts, and its error messages. */
@NullMarked
package vn.chitra.hub.config.start;

import org.jspecify.annotations.NullMarked;
