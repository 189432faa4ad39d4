/** People without an account → the bank that the province chose → opened accounts → the welfare database (contract §7). */
@NullMarked
package vn.chitra.hub.account.opening;

import org.jspecify.annotations.NullMarked;
