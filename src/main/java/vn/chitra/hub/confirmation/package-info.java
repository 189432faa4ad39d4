/** What partners said: files into facts, facts matched set-wise to payments. */
@NullMarked
package vn.chitra.hub.confirmation;

import org.jspecify.annotations.NullMarked;
