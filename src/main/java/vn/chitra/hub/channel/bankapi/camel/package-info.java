/** Route beans and HTTP client for partners with an API. */
@NullMarked
package vn.chitra.hub.channel.bankapi.camel;

import org.jspecify.annotations.NullMarked;
