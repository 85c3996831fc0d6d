using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Sheaf.Commands;

/// <summary><c>sheaf --version</c>.</summary>
internal sealed class ProgramVersion : SynchronousCommandLineAction
{
    public static Option<bool> Option { get; } = new("--version")
    {
        Description = "The version of this program",
        Arity = ArgumentArity.Zero,
        Action = new ProgramVersion(),
    };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        parseResult.InvocationConfiguration.Output.WriteLine(version?.InformationalVersion);
        return (int)ExitCode.Done;
    }
}
