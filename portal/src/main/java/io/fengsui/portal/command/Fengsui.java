package io.fengsui.portal.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: without a sub-command the portal serves. */
@Command(name = "fengsui", mixinStandardHelpOptions = true, versionProvider = ProductVersion.class, description = {
    "Search and intelligence portal for product warnings, recalls, border rejections and trade measures.",
    "Without a sub-command it serves; a sub-command does one job, answers in JSON on standard output and exits.%n"}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:done", "1:failed", "2:wrong use"}, subcommands = {CheckCommand.class, PackCommand.class, ReplayCommand.class,
            RebuildCommand.class, VerifyCommand.class, RereadCommand.class, RetainCommand.class, ReadFeedCommand.class,
            ReadPageCommand.class, RobotsCommand.class,
            CharsetCommand.class, BenchCommand.class})
public final class Fengsui implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** Whether these arguments are for a sub-command or ask for help, rather than settings for serving. */
  public static boolean isMeant(String[] args) {
    return args.length > 0 && (!args[0].startsWith("--") || args[0].equals("--help") || args[0].equals("--version"));
  }

  /** Runs the sub-command and returns the exit code. */
  public static int run(String[] args) {
    return new CommandLine(new Fengsui()).setExecutionExceptionHandler(Fengsui::explain).execute(args);
  }

  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("fengsui " + command.getCommandName() + ": " + Failures.inWords(failure));
    return 1;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a sub-command, or start without arguments to serve");
  }
}
