/** Alerts by e-mail: cases, deadlines, closed months. */
@NullMarked
package vn.chitra.hub.alert;

import org.jspecify.annotations.NullMarked;
