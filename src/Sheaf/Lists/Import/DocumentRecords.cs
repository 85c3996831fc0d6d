using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>
/// The records of a document of any shape. An object with a title is one, and so is one that an array holds; an object inside of it is a
/// part of it (<c>"externalIds": {"ArXiv": …}</c>), and so are those of an array that name one paper at most. An identifier may be the key.
/// </summary>
internal sealed class DocumentRecords
{
    /// <summary>What the values of a document that is only a list are called: identifiers, as a rule. Its objects are records.</summary>
    private const string TopLevel = "item";

    private readonly List<Record> _records = [];

    /// <summary>What the documents that were taken claim, in the order of the file.</summary>
    public ReadList Read()
    {
        var all = Records.Read(_records);
        return new([.. all.Claims.OrderBy(claim => claim.Line)], [.. all.Paperless.OrderBy(entry => entry.Line)]);
    }

    /// <summary>Takes a whole document, or a part of one that is a list.</summary>
    public void Take(DocumentNode document)
    {
        if (document.Members is not null)
        {
            Complete(ReadObject(document, FieldRole.Other, null));
            return;
        }

        var content = new DocumentObject();
        TakeArray(content, document.Items ?? [document], TopLevel, FieldRole.Key);
        _records.AddRange(content.Groups.Select(group => new Record(group)));
    }

    private void Take(DocumentObject to, DocumentNode value, string key, FieldRole role)
    {
        if (value.Text is { } text)
        {
            to.Fields.AddRange(role == FieldRole.Author ? PersonNames.Divide(text).Select(name => new Field(role, name, value.Line))
                : [new(role, text, value.Line) { Name = key }]);
        }
        else if (role is FieldRole.Author or FieldRole.Day or FieldRole.Title)
        {
            DocumentFacts.Take(to.Fields, value, key, role);
        }
        else if (value.Items is { } items)
        {
            TakeArray(to, items, key, role);
        }
        else if (ReadObject(value, role, null) is var inner && inner.IsPaperOfItsOwn)
        {
            to.Titled.Add(inner);
        }
        else
        {
            to.Fields.AddRange(inner.Fields);
            to.Groups.AddRange(inner.Groups);
        }
    }

    private void TakeArray(DocumentObject to, List<DocumentNode> items, string key, FieldRole role)
    {
        if (items.Count > 1 && !to.IsPaper
            && items.TrueForAll(item => item.Items is { Count: > 0 } cells && cells.TrueForAll(cell => cell.Text is not null)))
        {
            _records.AddRange(TableRecords.Of([.. items
                .Select(row => row.Items!.ConvertAll(cell => new Cell(cell.Text!.Trim(), cell.Line)))]));
            return;
        }

        foreach (var item in items)
        {
            if (item.Text is { } text)
            {
                (role is FieldRole.Other or FieldRole.Key ? to.NewGroup() : to.Fields).Add(new(role, text, item.Line) { Name = key });
            }
            else if (item.Items is { } inner)
            {
                TakeArray(to, inner, key, role);
            }
            else if (ReadObject(item, ReferenceEquals(key, TopLevel) ? FieldRole.Other : role, null) is var one
                && one.IsTitled
                && !IsAttachment(key))
            {
                Complete(one);
            }
            else
            {
                to.NewGroup().AddRange(one.IsTitled ? Untitled(one.Fields) : one.Fields);
                to.Groups.AddRange(one.Groups);
            }
        }
    }

    private DocumentObject ReadObject(DocumentNode node, FieldRole outer, Field? keyed)
    {
        var isPaper = node.Members!
            .Exists(member => IsTitle(member.Key, member.Value) && member.Value.Values().Any(value => value.Text!.Length > 0));
        var (before, read) = (_records.Count, new DocumentObject { Line = node.Line, IsPaper = isPaper });
        var isNamed = isPaper && node.Members.Exists(IsOwnName);
        var links = isPaper || outer == FieldRole.Prose ? [] : LinksByName(node);
        _records.AddRange(links.Select(link =>
            new Record([new(FieldRole.Title, link.Key, link.Value.Line), new(FieldRole.Address, link.Value.Text!, link.Value.Line)])));
        if (keyed is not null)
        {
            read.Fields.Add(keyed);
        }

        // By the values: the members of a broken object may be thousands of one name, which Except would compare each with each.
        var linked = links.Select(link => link.Value).ToHashSet();
        foreach (var (key, value) in node.Members.Where(member => !linked.Contains(member.Value)))
        {
            if (outer != FieldRole.Prose && IsReference(key))
            {
                TakeKeyed(key, value);
            }
            else
            {
                // What a paper with an identifier of its own lists are other papers.
                var role = RoleOf(key, value, outer, isPaper);
                Take(
                    read, value, key,
                    isNamed && role != FieldRole.Author && !IsAttachment(key) && HoldsTitles(value) ? FieldRole.Prose : role);
            }
        }

        read.IsAround = _records.Count > before;
        return read;
    }

    /// <summary>Whether a member names the paper that it belongs to, and not one of a list.</summary>
    private static bool IsOwnName(KeyValuePair<string, DocumentNode> member) =>
        FieldNames.RoleOf(member.Key) is FieldRole.Identifier or FieldRole.Key or FieldRole.Address && IsReferenceAlone(member.Value);

    private static bool IsReferenceAlone(DocumentNode value) =>
        value.Text is { Length: <= 400 } text
            && IdentifierFinder.Find(text) is [{ Reference: not null } found]
            && RecordClaims.IsAlone(text, found);

    private static bool HoldsTitles(DocumentNode value) => value.Items is { } items && items.Exists(item => item.Members is { } members
        && members.Exists(member => IsTitle(member.Key, member.Value)));

    /// <summary>The members of an object that are names and links, each to another paper: at least two.</summary>
    private static List<KeyValuePair<string, DocumentNode>> LinksByName(DocumentNode node)
    {
        var links = node.Members!.FindAll(member => FieldNames.RoleOf(member.Key) == FieldRole.Other && IsReferenceAlone(member.Value));
        var papers = links.Select(link => IdentifierFinder.Find(link.Value.Text!)[0].Reference!.Value.Identifier).Distinct().Count();
        return papers == links.Count && papers > 1 ? links : [];
    }

    /// <summary><c>{"2404.19756": {"title": …}}</c>, <c>{"2404.19756": "a title"}</c></summary>
    private void TakeKeyed(string key, DocumentNode value)
    {
        var identifier = new Field(FieldRole.Identifier, key, value.Line);
        if (value.Members is not null)
        {
            Complete(ReadObject(value, FieldRole.Other, identifier));
        }
        else
        {
            _records.Add(new([identifier, .. value.Values().Take(1).Select(text => new Field(FieldRole.Title, text.Text!, text.Line))]));
        }
    }

    /// <summary>
    /// What a member says: what its own name says, or that of what it is inside of. A paper's references are no papers of the list.
    /// </summary>
    private static FieldRole RoleOf(string key, DocumentNode value, FieldRole outer, bool isPaper)
    {
        var role = FieldNames.RoleOf(key);
        return outer == FieldRole.Prose ? FieldRole.Prose
            : role == FieldRole.Title && !IsTitle(key, value) ? FieldRole.Other
            : value.Items is not null && isPaper && FieldNames.Plain(key) is "reference" or "citation" ? FieldRole.Prose
            : role == FieldRole.Prose && value.Text is null && !isPaper ? FieldRole.Other
            : role == FieldRole.Key && outer == FieldRole.Identifier ? outer
            : role is FieldRole.Identifier or FieldRole.Key or FieldRole.Address && value.Members is { } members
                && members.Exists(member => FieldNames.RoleOf(member.Key) == FieldRole.Title) ? FieldRole.Other
            : role == FieldRole.Other ? isPaper && outer is FieldRole.Key or FieldRole.Identifier ? FieldRole.Other : outer
            : role;
    }

    /// <summary>A paper that is an object has its title inside.</summary>
    private static bool IsTitle(string key, DocumentNode value) =>
        FieldNames.RoleOf(key) == FieldRole.Title && (value.Text is not null || !FieldNames.IsVagueTitle(key));

    /// <summary>Makes a record of an object of which all has been read.</summary>
    private void Complete(DocumentObject read)
    {
        // Where a paper appeared has a title too.
        var parts = read.HasTitle ? read.Titled.ToLookup(inner => inner.Titled.Count == 0 && !DocumentFacts.NamePaper(inner.Fields)) : null;
        if (parts is not null)
        {
            read.Titled.Clear();
            read.Titled.AddRange(parts[false]);
            parts[true].ToList().ForEach(part => read.Absorb(part, Untitled(part.Fields)));
        }

        if (read.Titled is [var only] && !read.IsAround)
        {
            read.Titled.Clear();
            if (!read.HasOwnTitle && only.HasOwnTitle)
            {
                // What is around has a name only: that of who sent the paper, or of the list.
                read.Fields.RemoveAll(field => field.Role == FieldRole.Title);
            }

            read.Absorb(only, read.HasTitle ? Untitled(only.Fields) : only.Fields);
            Complete(read);
            return;
        }

        read.Titled.ForEach(Complete);
        var isOne = read.HasTitle && (DocumentFacts.NameOnePaper(read.Groups) || DocumentFacts.HasOwnName(read.Fields));
        if (!isOne)
        {
            _records.AddRange(read.Groups.Select(group => new Record(group) { Label = LinkAlone(group) }));
        }

        var isAround = read.IsAround || read.Titled.Count > 0 || !isOne && read.Groups.Exists(DocumentFacts.NamePaper);
        var fields = isOne ? [.. read.Fields, .. read.Groups.SelectMany(group => group)] : read.Fields;
        _records.Add(new(isAround && !DocumentFacts.IsPublished(fields) ? Prose(fields) : fields)
        {
            IsPart = isAround || !DocumentFacts.IsOfPaper(fields),
            Line = read.Line,
        });
    }

    /// <summary>A link in a list of links is an entry of its own, wherever it leads.</summary>
    private static string? LinkAlone(List<Field> group) =>
        group is [{ Role: FieldRole.Other or FieldRole.Key } only]
            && RecordLinks.Find(only.Value) is { } link
            && link.Length == only.Value.Trim().Length ? link : null;

    private static List<Field> Untitled(List<Field> fields) =>
        fields.ConvertAll(field => field.Role == FieldRole.Title ? field with { Role = FieldRole.Other } : field);

    /// <summary>The fields of what stands around the records: a query, the address of a feed.</summary>
    private static List<Field> Prose(List<Field> fields) =>
        fields.ConvertAll(field => field.Role is FieldRole.Identifier or FieldRole.Section ? field : field with { Role = FieldRole.Prose });

    private static bool IsAttachment(string key) =>
        FieldNames.Plain(key) is "attachments" or "files" or "documents" or "links" or "link" or "locations" or "location" or "journal"
            or "venue" or "editors" or "editor";

    private static bool IsReference(string key) =>
        key.Length is >= 9 and <= 200 && IdentifierFinder.TryReadReference(key, out _) || IdentifierField.LostItsZeros(key);
}
