/** Bulks for partners with an API (partner contracts, 4): their bytes, their ids, and the calls. */
@NullMarked
package vn.chitra.hub.dispatch.bankapi;

import org.jspecify.annotations.NullMarked;
