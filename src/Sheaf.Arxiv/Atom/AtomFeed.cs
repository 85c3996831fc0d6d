using System.Globalization;
using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Atom;

/// <summary>What the elements of a feed have said so far.</summary>
internal sealed class AtomFeed(Uri address)
{
    private const int LongestIdKept = 200;

    private readonly OrderedDictionary<ArxivIdentifier, EprintRecord> _records = [];
    private readonly List<AtomRejection> _unreadable = [];
    private string _totalResults = "";
    private string _startIndex = "";
    private int _entryCount;

    /// <summary>Reads one child element of the feed.</summary>
    public void Read(XmlReader reader)
    {
        switch (reader.LocalName, reader.NamespaceURI)
        {
            case ("entry", AtomElements.AtomNamespace):
                Add(AtomEntry.Read(reader));
                break;
            case ("totalResults", AtomElements.OpenSearchNamespace):
                _totalResults = reader.ReadText();
                break;
            case ("startIndex", AtomElements.OpenSearchNamespace):
                _startIndex = reader.ReadText();
                break;
            default:
                reader.ReadPast();
                break;
        }
    }

    public AtomAnswer ToAnswer() =>
        new(_records, Count("totalResults", _totalResults), Count("startIndex", _startIndex), _unreadable) { EntryCount = _entryCount };

    private void Add(AtomEntry entry)
    {
        if (AtomRecord.ErrorOf(entry) is { } error)
        {
            throw new AtomErrorException(error, address);
        }

        _entryCount++;
        if (!AtomRecord.TryMake(entry, out var record, out var fault))
        {
            _unreadable.Add(new AtomRejection(entry.Id[..Math.Min(entry.Id.Length, LongestIdKept)], fault));
        }
        else if (!_records.TryGetValue(record.Identifier, out var other) || record.Version > other.Version)
        {
            _records[record.Identifier] = record;
        }
    }

    private int Count(string element, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new ArxivFormatException(element, address, $"'{text}' is not a count");
}
