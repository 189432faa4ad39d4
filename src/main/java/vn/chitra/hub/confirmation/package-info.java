/** What partners said: files into facts, facts matched set-wise to legs. */
@NullMarked
package vn.chitra.hub.confirmation;

import org.jspecify.annotations.NullMarked;
