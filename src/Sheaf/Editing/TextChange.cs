using Sheaf.Files;

namespace Sheaf.Editing;

/// <summary>What is to become of a text.</summary>
/// <param name="Splices">The changes; none: it stays as it is.</param>
/// <param name="IsToGo">Whether the file goes, its whole text being taken away.</param>
internal readonly record struct TextChange(IReadOnlyList<Splice> Splices, bool IsToGo = false)
{
    public static TextChange None { get; } = new([]);

    public static implicit operator TextChange(Splice[] splices) => new(splices);
}
