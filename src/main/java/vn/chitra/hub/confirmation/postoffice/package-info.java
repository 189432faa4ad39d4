/** What post offices report about their lists. */
@NullMarked
package vn.chitra.hub.confirmation.postoffice;

import org.jspecify.annotations.NullMarked;
