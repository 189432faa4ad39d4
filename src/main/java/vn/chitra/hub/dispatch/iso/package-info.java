/** Payment files of ISO 20022: pain.001 as clear XML, and what encryption a file for a bank means. */
@NullMarked
package vn.chitra.hub.dispatch.iso;

import org.jspecify.annotations.NullMarked;
