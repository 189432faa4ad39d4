/** The {@code post-office} kind of partner: lists out, reports back (contract §5). */
@NullMarked
package vn.chitra.hub.channel.postoffice;

import org.jspecify.annotations.NullMarked;
