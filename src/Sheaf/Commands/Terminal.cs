using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sheaf.Answers;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>Where a command speaks: data on standard output, everything else on standard error.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Progress, notes and failures.</param>
/// <param name="json">One JSON document instead of text on standard output.</param>
/// <param name="quiet">No notes.</param>
/// <param name="verbose">The whole log.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, bool json, bool quiet, bool verbose)
{
    private static readonly CommandJson Shapes = new(Options(indented: true));
    private static readonly CommandJson OneLine = new(Options(indented: false));

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    public bool Json { get; } = json;

    public bool Quiet { get; } = quiet;

    public bool Verbose { get; } = verbose;

    /// <summary>Whether standard error is a terminal on which lines may be redrawn.</summary>
    public bool IsLive => ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected && !Quiet && !Verbose;

    /// <summary>Whether a person may be looking: one of the two streams is a terminal.</summary>
    public bool IsWatched =>
        (ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected)
            || (ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected);

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        IndentSize = indented ? 1 : 0,
    };

    /// <summary>A line of the answer, whatever it holds made harmless; silent under <c>--json</c>.</summary>
    public void Say(string line = "")
    {
        if (!Json)
        {
            Output.WriteLine(SafeText.OneLine(line));
        }
    }

    /// <summary>A line beside the answer, on standard error, whatever it holds made harmless; silent under <c>--quiet</c>.</summary>
    public void Note(string line)
    {
        if (!Quiet)
        {
            Error.WriteLine(SafeText.OneLine(line));
        }
    }

    /// <summary>A line that a person must see, on standard error whatever was asked for.</summary>
    public void Warn(string sentence) => Error.WriteLine(SafeText.OneLine(sentence));

    /// <summary>The answer under <c>--json</c>; silent otherwise.</summary>
    public void Answer<T>(T document, Func<CommandJson, JsonTypeInfo<T>> shape)
    {
        if (Json)
        {
            Output.WriteLine(HarmlessJson.From(JsonSerializer.Serialize(document, shape(Shapes))));
        }
    }

    /// <summary>A document on one line, for output that is one object a line.</summary>
    public static string Line<T>(T document, Func<CommandJson, JsonTypeInfo<T>> shape) =>
        HarmlessJson.From(JsonSerializer.Serialize(document, shape(OneLine)));

    /// <summary>A failure in one or two sentences, and under <c>--json</c> as the document of the contract.</summary>
    public ExitCode Fail(ExitCode code, string sentence, string? file = null, int? line = null)
    {
        Unfailing(() => Error.WriteLine(SafeText.OneLine(sentence)));
        Unfailing(() => Answer(new FailureJson(new((int)code, sentence, file, line)), shapes => shapes.FailureJson));
        return code;
    }

    private static void Unfailing(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // What has failed may be the very disk that this output goes to; the exit code still tells.
        }
    }
}
