package vn.chitra.hub.support;

/** Something with a name of its own in files and addresses. */
public interface Labelled {

  String label();
}
