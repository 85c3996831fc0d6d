using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// One record of an answer, of GetRecord or one of the many of ListRecords: one that cannot be read says why and does not cost the others.
/// </summary>
internal sealed class OaiRecord
{
    private OaiRecord(OaiHeader header, OaiMetadata? metadata)
    {
        Header = header;
        (Eprint, Fault) = header.IsDeleted ? (null, null)
            : metadata is null ? (null, "metadata: missing, or in no format that is known")
            : metadata.ToEprint(header);
    }

    public OaiHeader Header { get; }

    /// <summary>Null where the record is deleted or cannot be read.</summary>
    public EprintRecord? Eprint { get; }

    /// <summary>Why the record cannot be read; null where it can, or is deleted.</summary>
    public string? Fault { get; }

    /// <summary>Reads an element <c>record</c>, from its start tag to behind its end.</summary>
    public static OaiRecord Read(XmlReader reader)
    {
        var header = OaiHeader.None;
        OaiMetadata? metadata = null;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "header":
                    header = OaiHeader.Read(reader);
                    break;
                case "metadata":
                    metadata = ReadMetadata(reader);
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return new OaiRecord(header, metadata);
    }

    private static OaiMetadata? ReadMetadata(XmlReader reader)
    {
        OaiMetadata? metadata = null;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            OaiMetadata? found = reader.LocalName switch
            {
                "arXivRaw" => new RawMetadata(),
                "arXiv" => new ArxivMetadata(),
                "dc" => new DublinCoreMetadata(),
                _ => null,
            };
            if (found is null)
            {
                reader.ReadPast();
                continue;
            }

            found.Read(reader);
            metadata ??= found;
        }

        return metadata;
    }
}
