using System.CommandLine;
using System.CommandLine.Help;

namespace Sheaf.Commands;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Workspace { get; } = new("--workspace")
    {
        Description = "The folder that holds your lists, drafts and store (default: workspace)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON document on standard output and nothing else",
        Recursive = true,
    };

    public static Option<bool> Quiet { get; } = new("--quiet")
    {
        Description = "No progress and no log on standard error",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "The whole log on standard error", Recursive = true };

    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "A setting for this run, such as Arxiv:BatchSize=50; repeatable",
        HelpName = "Key=Value",
        Recursive = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public static Option<bool> Help { get; } = new("--help", "-h", "-?")
    {
        Description = "This help, with an example",
        Arity = ArgumentArity.Zero,
        Recursive = true,
        Action = new HelpAction(),
    };

    public static IReadOnlyList<Option> All { get; } = [Workspace, Json, Quiet, Verbose, Set, Help];
}
