package vn.chitra.hub.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chitra.hub.sim.ChildClassPath;

/** Runs the demo command as a process of its own, with its output in a file. */
record MonthProcess(Process process, Path log) {

  /** @param arguments of the command */
  static MonthProcess start(Path folder, String log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
        "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", ChildClassPath.option(folder), DemoMonth.class.getName()));
    command.add("--logging.threshold.console=trace");
    command.addAll(arguments);
    Path console = folder.resolve(log);
    return new MonthProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile()).start(), console);
  }

  String stated() throws IOException {
    return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
  }
}
