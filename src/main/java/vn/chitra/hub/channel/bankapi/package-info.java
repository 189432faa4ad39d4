/** Banks with an API: bulks, queries, events and statements as JSON over HTTPS (contract §4). */
@NullMarked
package vn.chitra.hub.channel.bankapi;

import org.jspecify.annotations.NullMarked;
