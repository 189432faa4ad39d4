/** The steps of asking partners with an API. */
@NullMarked
package vn.chitra.hub.channel.bankapi.camel;

import org.jspecify.annotations.NullMarked;
