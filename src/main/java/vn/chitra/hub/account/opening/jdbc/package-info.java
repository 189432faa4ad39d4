/** Database access for requests, answers and reports of account opening, set-wise. */
@NullMarked
package vn.chitra.hub.account.opening.jdbc;

import org.jspecify.annotations.NullMarked;
