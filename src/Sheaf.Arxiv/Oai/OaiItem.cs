using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>One record of a list. One that cannot be read says why and does not cost the others.</summary>
/// <param name="Name">As in the header: <c>oai:arXiv.org:2405.99901</c>; empty where it has none.</param>
/// <param name="Identifier">Null where the name is not one of arXiv's.</param>
/// <param name="Datestamp">The day on which the record, not the e-print, last changed; null where there is none.</param>
/// <param name="Record">Null where the record is deleted or cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null where it can, or is deleted.</param>
/// <param name="IsDeleted">Whether the header says so. arXiv promises such headers; none has been seen (field guide 3.3).</param>
public sealed record OaiItem(string Name, ArxivIdentifier? Identifier, DateOnly? Datestamp, EprintRecord? Record, string? Fault, bool IsDeleted)
{
    private const int LongestName = 200;

    internal static OaiItem Of(OaiRecord record)
    {
        var (header, name) = (record.Header, record.Header.Name);
        return new(name[..Math.Min(name.Length, LongestName)], header.Identifier, header.Datestamp, record.Eprint, record.Fault, header.IsDeleted);
    }
}
