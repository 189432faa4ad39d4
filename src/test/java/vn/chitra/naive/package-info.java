/**
 * A simple program that pays a month row by row, to compare the hub with. It stands outside the hub's package, so that no hub takes its
 * entity for one of its own.
 */
package vn.chitra.naive;
