package vn.chitra.hub.support;

/** An enum constant with a name of its own in files and addresses. */
public interface Labelled {

  String label();
}
