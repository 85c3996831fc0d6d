using System.Text.Json.Serialization;

namespace Sheaf.Publishing;

/// <summary>What Sheaf remembers of a month that was published. Keys are relied on by later versions of Sheaf.</summary>
/// <param name="Version">Of this shape.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Title">Of the issue.</param>
/// <param name="State">One of <see cref="ReceiptState"/>.</param>
/// <param name="FirstPublished">The day of the first time, in UTC, as <c>2024-05-02</c>; later times keep it.</param>
/// <param name="At">When it was published last, as <c>2024-05-02T06:00:00Z</c>.</param>
internal sealed partial record Receipt(int Version, string Month, string Title, string State, string FirstPublished, string At)
{
    public const int Newest = 1;

    /// <summary>What was written, the Markdown first.</summary>
    public required IReadOnlyList<ReceiptFile> Files { get; init; }

    /// <summary>What it said, by entries.</summary>
    public required ReceiptText Text { get; init; }

    /// <summary>What became of <c>Publish:Command</c>; null where none was to be run.</summary>
    public ReceiptCommand? Command { get; init; }

    [JsonIgnore]
    public bool IsWritten => State == ReceiptState.Published;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
    [JsonSerializable(typeof(Receipt))]
    internal sealed partial class ReceiptShapes : JsonSerializerContext;
}

/// <summary>How far the writing had come.</summary>
internal static class ReceiptState
{
    /// <summary>
    /// The files were about to be replaced. Found later, the program was ended in the middle: each file is as it was or as it was to be.
    /// </summary>
    public const string Writing = "writing";

    /// <summary>All files stood.</summary>
    public const string Published = "published";
}

/// <summary>A file of the issue.</summary>
/// <param name="Name">In <c>published/</c>.</param>
/// <param name="Sha256">Of its bytes, as small hexadecimal digits.</param>
/// <param name="Before">Of what it held before it was written; null where it was not there.</param>
internal sealed record ReceiptFile(string Name, string Sha256, string? Before);

/// <summary>What an issue said.</summary>
/// <param name="Entries">In the order of the issue.</param>
/// <param name="Rest">Of all that is no entry, without the line that counts them.</param>
internal sealed record ReceiptText(IReadOnlyList<ReceiptEntry> Entries, string Rest);

/// <summary>A paper of the issue, and what arXiv said of it then.</summary>
/// <param name="Id">Of the paper.</param>
/// <param name="Sha256">Of all that the issue says of it.</param>
/// <param name="Title">arXiv's, as its authors gave it; null where the store did not know the paper, as are the two behind it.</param>
/// <param name="Latest">The number of its latest version.</param>
/// <param name="Withdrawn">Whether it had been withdrawn.</param>
internal sealed record ReceiptEntry(string Id, string Sha256, string? Title, int? Latest, bool? Withdrawn);

/// <summary>What became of <c>Publish:Command</c>.</summary>
/// <param name="State">One of <see cref="CommandState"/>.</param>
/// <param name="Exit">Its exit code; null while it has none.</param>
/// <param name="Message">What it said at its end, or why it has none.</param>
/// <param name="Started">When.</param>
internal sealed record ReceiptCommand(string State, int? Exit, string? Message, string Started)
{
    /// <summary>Whether it did not do its work, for all that is known, so that it is run again.</summary>
    [JsonIgnore]
    public bool HasFailed => State == CommandState.Failed;

    [JsonIgnore]
    public bool HasSucceeded => State == CommandState.Succeeded;
}

/// <summary>States of <c>Publish:Command</c>.</summary>
internal static class CommandState
{
    /// <summary>It runs, or Sheaf was ended before it did: whom it has reached is not known.</summary>
    public const string Started = "started";

    public const string Succeeded = "succeeded";

    /// <summary>It could not be started, or ended with another exit code than 0.</summary>
    public const string Failed = "failed";

    /// <summary>It was ended from outside: whom it has reached is not known.</summary>
    public const string Unknown = "unknown";
}
