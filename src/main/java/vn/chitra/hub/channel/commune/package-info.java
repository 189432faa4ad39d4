/** The {@code commune} kind of partner: spreadsheets out, the same filled in by hand back (contract §6). */
@NullMarked
package vn.chitra.hub.channel.commune;

import org.jspecify.annotations.NullMarked;
