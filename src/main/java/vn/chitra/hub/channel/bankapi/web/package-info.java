/** The HTTP endpoint for partners' events. */
@NullMarked
package vn.chitra.hub.channel.bankapi.web;

import org.jspecify.annotations.NullMarked;
