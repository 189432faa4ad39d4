/** The partners' outgoing folders, and the steps of receiving and confirming. */
@NullMarked
package vn.chitra.hub.confirmation.camel;

import org.jspecify.annotations.NullMarked;
