using System.Globalization;
using System.Text.Json;
using Sheaf.Replica.Faults;

namespace Sheaf.Replica;

/// <summary>The replica's command line.</summary>
internal sealed record Arguments(string CorpusFile, ReplicaOptions Options)
{
    public static string Help =>
        $$"""
        A local arXiv: the query API, OAI-PMH, abstract pages and robots.txt of one corpus, on the loopback address.

        Usage: dotnet run --project src/Sheaf.Replica -- --corpus FILE --port N [options]
        Example: dotnet run --project src/Sheaf.Replica -- --corpus papers.jsonl --port 8080 --strict --api-interval 0.2 --page-interval 0.3

          --corpus FILE            JSON lines, one paper a line, as `sheaf export papers` writes them
          --port N                 the port; 0 takes any free one (default 0)
          --strict                 answer 429 to requests that overlap or follow too closely
          --api-interval SECONDS   strict: least pause before the next API request (default 3)
          --page-interval SECONDS  strict: least pause before the next abstract page (default 15)
          --oai-page N             records on a page of a list over OAI-PMH (default 2500)
          --faults FILE            what goes wrong, one rule a line: {"fault":"rate-exceeded","kind":"api","every":3,"retryAfter":2}
          --log FILE               append each request to FILE as a line of JSON
          --help                   this text

        Rules may also give "target" (a part of the address), "nth", "after", "times", "probability" with "seed". The faults are
        {{string.Join(", ", Enum.GetValues<FaultKind>().Select(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())))}}.
        While it serves, GET and PUT {{FaultControl.Path}} show the rules and set others.

        It prints its two addresses on one line and serves until Ctrl+C or SIGTERM.
        Not served, answered with 404: {{string.Join(", ", NotServed.Parts.Select(part => part.Path))}}.

        """;

    /// <exception cref="ArgumentException">The command line is not understood; the message is one sentence for its writer.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        string? corpus = null;
        var options = new ReplicaOptions();
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word == "--strict")
            {
                options = options with { Strict = true };
                continue;
            }

            if (word is not ("--corpus" or "--port" or "--api-interval" or "--page-interval" or "--oai-page" or "--faults" or "--log"))
            {
                throw new ArgumentException($"There is no option {word}; --help lists them.");
            }

            var value = ++at < words.Count ? words[at] : throw new ArgumentException($"The option {word} needs a value.");
            corpus = word == "--corpus" ? value : corpus;
            options = word switch
            {
                "--port" => options with { Port = Port(value) },
                "--api-interval" => options with { ApiInterval = Interval(word, value) },
                "--page-interval" => options with { PageInterval = Interval(word, value) },
                "--oai-page" => options with { RecordsPerPage = Count(word, value) },
                "--faults" => options with { Faults = RulesOf(value) },
                "--log" => options with { LogFile = value },
                _ => options,
            };
        }

        return new Arguments(corpus ?? throw new ArgumentException("The option --corpus FILE is missing."), options);
    }

    private static IReadOnlyList<FaultRule> RulesOf(string file)
    {
        try
        {
            return FaultRules.Read(File.ReadAllText(file));
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"{file}: {exception.Message}", exception);
        }
    }

    private static int Port(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new ArgumentException($"\"{value}\" is not a port: it must be a number from 0 to {ushort.MaxValue}.");

    private static int Count(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new ArgumentException($"\"{value}\" is not a value for {option}: it must be a number from 1 on.");

    private static TimeSpan Interval(string option, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentException($"\"{value}\" is not a value for {option}: it must be a number of seconds up to 3600.");
}
