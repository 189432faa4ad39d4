/** What the lists and reports of post offices and communes have in common: headings, marks and reasons as data, cells as people type them. */
@NullMarked
package vn.chitra.hub.channel.cash;

import org.jspecify.annotations.NullMarked;
