/** The partners' outgoing folders, and the steps of receiving and confirming. */
@NullMarked
package vn.chitra.hub.inbound.camel;

import org.jspecify.annotations.NullMarked;
