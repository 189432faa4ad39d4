/** Answers of partners with an API (partner contracts, 4): read, fetched, taken in. */
@NullMarked
package vn.chitra.hub.channel.bankapi;

import org.jspecify.annotations.NullMarked;
