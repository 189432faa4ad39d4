/** What communes report about their lists: spreadsheets filled in by hand. */
@NullMarked
package vn.chitra.hub.channel.commune;

import org.jspecify.annotations.NullMarked;
