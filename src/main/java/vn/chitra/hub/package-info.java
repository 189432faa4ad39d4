/** Chi Trả Hub: the unattended middle between the welfare database and whoever pays. */
@NullMarked
package vn.chitra.hub;

import org.jspecify.annotations.NullMarked;
