/** Tests of the dry run. */
@NullMarked
package vn.chitra.hub.dryrun;

import org.jspecify.annotations.NullMarked;
