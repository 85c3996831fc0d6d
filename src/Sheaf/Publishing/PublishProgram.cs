using System.Text.Json;
using System.Text.Json.Serialization;
using Sheaf.Programs;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Publishing;

/// <summary>
/// Runs <c>Publish:Command</c>, so that it never reaches its readers twice: that it starts is in the receipt before it does, and one whose
/// end is not known counts as one that may have done its work.
/// </summary>
internal sealed class PublishProgram(SheafSettings settings, TimeProvider time)
{
    /// <summary>How long it may take: thousands of mails are sent one by one.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    /// <summary>Whether there is one.</summary>
    public bool IsSet => ProgramLine.Parse(settings.Publish.Command) is not null;

    /// <summary>What a receipt says of it before it is started; null where there is none.</summary>
    public ReceiptCommand? Starting =>
        IsSet ? new(CommandState.Started, null, null, UtcText.From(time.GetUtcNow())) : null;

    /// <summary>Runs it, and says how it ended. The receipt that says it starts must be on the disk.</summary>
    /// <param name="started">What that receipt says.</param>
    /// <param name="told">What it is told.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="onStopped">Told of how it stands where it is ended so.</param>
    public async Task<ReceiptCommand> RunAsync(
        ReceiptCommand started, PublishedJson told, Action<ReceiptCommand> onStopped, CancellationToken cancellationToken)
    {
        var program = ProgramLine.Parse(settings.Publish.Command)!;
        try
        {
            return Ended(started, await ProgramRun.RunAsync(program, told.ToString(), LongestRun, time, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            onStopped(started with { State = CommandState.Unknown, Message = "Sheaf was stopped while it ran." });
            throw;
        }
    }

    private static ReceiptCommand Ended(ReceiptCommand started, ProgramEnd end)
    {
        var why = end switch
        {
            { Kind: ProgramEnding.TooLong } => $"It was ended after {LongestRun.TotalMinutes} minutes.",
            { Signal: { } signal } => $"It was ended by signal {signal}.",
            { Kind: ProgramEnding.NotStarted } => $"It could not be started: {end.Said.TrimEnd('.')}.",
            _ => end.Said,
        };
        var said = end.IsItsOwn || end.Said.Length == 0 ? why : $"{why} {end.Said}";
        return started with
        {
            State = !end.IsItsOwn ? CommandState.Unknown : end.Exit == 0 ? CommandState.Succeeded : CommandState.Failed,
            Exit = end.Exit,
            Message = said.Length == 0 ? null : said,
        };
    }

}

/// <summary>What <c>Publish:Command</c> gets on standard input: one JSON object on one line. Keys are part of the contract.</summary>
/// <param name="Event"><c>published</c>.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Title">Of the issue.</param>
/// <param name="Files">Their whole paths, the Markdown first.</param>
internal sealed partial record PublishedJson(string Event, string Month, string Title, IReadOnlyList<string> Files)
{
    /// <summary>As it goes out: nothing but ASCII, so that whatever reads it needs no particular encoding.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, PublishedShapes.Default.PublishedJson);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(PublishedJson))]
    internal sealed partial class PublishedShapes : JsonSerializerContext;
}
