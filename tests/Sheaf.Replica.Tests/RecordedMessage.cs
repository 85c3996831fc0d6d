namespace Sheaf.Replica.Tests;

/// <summary>A request or answer as recorded from the wire.</summary>
internal sealed record RecordedMessage(string StartLine, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public static RecordedMessage Read(string file)
    {
        var text = File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = (end < 0 ? text : text[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new RecordedMessage(head[0], [.. head.Skip(1).Select(ReadHeader)], end < 0 ? "" : text[(end + 2)..]);
    }

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static (string Name, string Value) ReadHeader(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon], line[(colon + 1)..].Trim());
    }
}
