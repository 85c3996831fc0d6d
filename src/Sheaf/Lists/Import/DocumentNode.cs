namespace Sheaf.Lists.Import;

/// <summary>An object, an array or a value of a document, whether it was written in JSON or in XML.</summary>
/// <param name="line">Where it begins in the file, from 1.</param>
internal sealed class DocumentNode(int line)
{
    public int Line => line;

    /// <summary>The text of a value; null for an object or an array.</summary>
    public string? Text { get; init; }

    /// <summary>What an object holds, in the order of the file; null for an array or a value.</summary>
    public List<KeyValuePair<string, DocumentNode>>? Members { get; init; }

    /// <summary>What an array holds; null for an object or a value.</summary>
    public List<DocumentNode>? Items { get; init; }

    public static DocumentNode Object(int line) => new(line) { Members = [] };

    public static DocumentNode Array(int line) => new(line) { Items = [] };

    /// <summary>The values within it, in the order of the file.</summary>
    public IEnumerable<DocumentNode> Values()
    {
        if (Text is not null)
        {
            return [this];
        }

        return (Items ?? Members!.Select(member => member.Value)).SelectMany(inner => inner.Values());
    }
}
