/** The door for partners' events. */
@NullMarked
package vn.chitra.hub.confirmation.bankapi.web;

import org.jspecify.annotations.NullMarked;
