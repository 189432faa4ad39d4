/** What post offices report about their lists. */
@NullMarked
package vn.chitra.hub.channel.postoffice;

import org.jspecify.annotations.NullMarked;
