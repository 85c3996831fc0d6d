using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Text;

namespace Sheaf.Publishing;

/// <summary>
/// <c>published/.sheaf</c>: the receipts, and what files held before they were replaced. Only Sheaf writes there, and no reader of past
/// issues looks into it.
/// </summary>
/// <param name="published">The folder of past issues; need not exist.</param>
internal sealed class ReceiptFolder(string published)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _folder = Path.Combine(published, ".sheaf");

    /// <summary>The months that have a receipt, the earliest first.</summary>
    public IReadOnlyList<Month> Months => !Directory.Exists(_folder) ? []
        : [.. Directory.EnumerateFiles(_folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))
            .Select(name => Month.TryParse(name, out var month) ? month : (Month?)null).OfType<Month>().Order()];

    public string PathOf(Month month) => Path.Combine(_folder, $"{month}.json");

    /// <summary>Held by who publishes a month until its command has ended, so that nobody else begins.</summary>
    public string LockOf(Month month) => Path.Combine(_folder, $"{month}.lock");

    /// <summary>The receipt of a month; null where there is none.</summary>
    /// <exception cref="UnreadableReceiptException">There is one, and it cannot be read.</exception>
    public Receipt? Read(Month month)
    {
        var path = PathOf(month);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return BoundedFile.Read(path, FileLimits.Draft) is { } content
                && JsonSerializer.Deserialize(content, Receipt.ReceiptShapes.Default.Receipt) is { Version: Receipt.Newest } receipt
                && receipt.Month == month.ToString()
                && receipt is { Files: not null, Text.Entries: not null }
                && UtcText.TryParseDay(receipt.FirstPublished, out _)
                ? receipt
                : throw new UnreadableReceiptException(path);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or FormatException)
        {
            throw new UnreadableReceiptException(path);
        }
    }

    public void Write(Receipt receipt) => WholeFile.Replace(
        Path.Combine(_folder, $"{receipt.Month}.json"),
        Utf8.GetBytes(HarmlessJson.From(JsonSerializer.Serialize(receipt, Receipt.ReceiptShapes.Default.Receipt)) + "\n"));

    /// <summary>Makes what <see cref="Write"/> did undone.</summary>
    /// <param name="month">Whose.</param>
    /// <param name="before">What was there; null for nothing.</param>
    public void PutBack(Month month, byte[]? before)
    {
        if (before is null)
        {
            File.Delete(PathOf(month));
        }
        else
        {
            WholeFile.Replace(PathOf(month), before);
        }
    }

    /// <summary>
    /// By which the site of this folder is known to readers of its feed, wherever it stands; drawn once. A new one each time where it is
    /// not to be made.
    /// </summary>
    public Guid SiteId(bool isMade)
    {
        var path = Path.Combine(_folder, "site-id");
        if (File.Exists(path) && Guid.TryParse(File.ReadAllText(path).Trim(), out var known))
        {
            return known;
        }

        var id = Guid.NewGuid();
        if (isMade)
        {
            WholeFile.Replace(path, Utf8.GetBytes($"{id}\n"));
        }

        return id;
    }

    /// <summary>The bytes of a receipt, whatever they are; null where there is none.</summary>
    public byte[]? Bytes(Month month) => File.Exists(PathOf(month)) ? File.ReadAllBytes(PathOf(month)) : null;

    /// <summary>Keeps what a file held, under a name of its own. What is kept there already is not kept twice.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="content">What it held.</param>
    /// <param name="now">For the name.</param>
    /// <param name="isNew">Whether there was no such copy.</param>
    /// <returns>Where it is kept.</returns>
    public string Keep(string name, byte[] content, DateTimeOffset now, out bool isNew)
    {
        var (month, ending) = (name[..7], name[7..]);
        isNew = false;
        foreach (var earlier in Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, $"{month}.*{ending}") : [])
        {
            if (new FileInfo(earlier).Length == content.Length && content.AsSpan().SequenceEqual(File.ReadAllBytes(earlier)))
            {
                return earlier;
            }
        }

        var stamp = UtcText.From(now).Replace(":", "", StringComparison.Ordinal);
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(_folder, $"{month}.{stamp}{(number == 1 ? "" : $"-{number}")}{ending}");
            if (!Path.Exists(path))
            {
                WholeFile.Replace(path, content);
                isNew = true;
                return path;
            }
        }
    }

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>A receipt that was damaged, or is of a later Sheaf.</summary>
/// <param name="path">Where it lies.</param>
internal sealed class UnreadableReceiptException(string path) : IOException($"{path} cannot be read: it is damaged, or of a later Sheaf")
{
    public string Path { get; } = path;
}
