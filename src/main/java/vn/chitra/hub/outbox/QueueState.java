package vn.chitra.hub.outbox;

/** Whether the hub's own queues work; known to the module that watches the machine. */
public interface QueueState {

  /** Whether they take no message, so that nothing is sent or read, whoever the partner is. */
  boolean areStopped();
}
