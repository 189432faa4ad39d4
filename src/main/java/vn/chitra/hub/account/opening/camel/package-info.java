/** The steps of the account-opening routes. */
@NullMarked
package vn.chitra.hub.account.opening.camel;

import org.jspecify.annotations.NullMarked;
