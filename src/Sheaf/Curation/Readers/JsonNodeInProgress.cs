using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation.Readers;

/// <summary>An object or array of JSON that is being read.</summary>
/// <param name="isObject">Whether it is an object.</param>
/// <param name="outer">What it stands in; null for the whole document.</param>
/// <param name="line">Where it begins, from 1.</param>
internal sealed class JsonNodeInProgress(bool isObject, JsonNodeInProgress? outer, int line)
{
    private readonly List<Field> _fields = [];
    private readonly List<List<Field>> _inherited = [];
    private readonly Dictionary<string, string> _person = new(StringComparer.OrdinalIgnoreCase);

    public bool IsObject => isObject;

    public JsonNodeInProgress? Outer => outer;

    public int Line => line;

    /// <summary>The property that is being read.</summary>
    public string Key { get; set; } = "";

    /// <summary>The numbers in it, of a day in parts.</summary>
    public List<string> Numbers { get; } = [];

    public bool HasTitle => IsTitled(_fields);

    /// <summary>What the value that is being read says: its own key decides, in an array that of the array.</summary>
    public FieldRole Role => isObject ? FieldNames.RoleOf(Key) : outer?.Role ?? FieldRole.Other;

    /// <summary>The object that a value here belongs to; null where there is none.</summary>
    public JsonNodeInProgress? Record => isObject ? this : outer?.Record;

    /// <param name="role">What it says.</param>
    /// <param name="value">The value.</param>
    /// <param name="at">Its line.</param>
    /// <param name="isAlone">Whether it is the whole value of a property, and not one of an array.</param>
    public void Take(FieldRole role, string value, int at, bool isAlone)
    {
        _person.TryAdd(Key, value);
        if (value.Length is > 0 and <= 4 && value.All(char.IsAsciiDigit))
        {
            Numbers.Add(value);
        }

        if (role == FieldRole.Author && isAlone)
        {
            _fields.AddRange(PersonNames.Divide(value).Select(name => new Field(role, name, at)));
        }
        else if (role == FieldRole.Other && isAlone && IsReference(Key))
        {
            _inherited.Add([new(FieldRole.Identifier, Key, at), new(FieldRole.Title, value, at)]);
        }
        else
        {
            _fields.Add(new(role, value, at));
        }
    }

    /// <summary>An author who is an object: <c>{"name": …}</c> or <c>{"family": …, "given": …}</c>.</summary>
    public void TakePerson(JsonNodeInProgress person)
    {
        string[] keys = ["family", "surname", "lastName", "last", "keyname", "name", "fullname"];
        if (keys.FirstOrDefault(person._person.ContainsKey) is { } key)
        {
            _fields.Add(new(FieldRole.Author, person._person[key], person.Line));
        }
    }

    /// <summary>Takes the fields of an inner object that has no title: they may be this object's.</summary>
    public void Inherit(JsonNodeInProgress inner)
    {
        _inherited.AddRange(inner._inherited);
        if (IsReference(Key))
        {
            inner._fields.Add(new(FieldRole.Identifier, Key, inner.Line));
        }

        if (inner._fields.Count > 0)
        {
            _inherited.Add(inner._fields);
        }
    }

    /// <summary>What it claims, and what those inside it claim that are not part of it.</summary>
    public IEnumerable<ReadList> Lists()
    {
        // {"2404.19756": {"title": …}}
        var keyed = outer is { IsObject: true } && IsReference(outer.Key) ? [new Field(FieldRole.Identifier, outer.Key, line)] : Array.Empty<Field>();
        List<Field> own = [.. keyed, .. _fields];
        if (HasTitle && RecordClaims.Of(own) is var claimed && !claimed.Claims.Any(claim => claim.IsEntry))
        {
            own.AddRange(_inherited.Where(fields => !IsTitled(fields)).SelectMany(fields => fields).Select(AsIdentifier));
            _inherited.RemoveAll(fields => !IsTitled(fields));
        }

        return _inherited.Select(RecordClaims.Of).Append(RecordClaims.Of(own));
    }

    private static bool IsTitled(List<Field> fields) => fields.Exists(one => one.Role == FieldRole.Title);

    private static bool IsReference(string key) => key.Length is >= 9 and <= 200 && IdentifierFinder.TryReadReference(key, out _);

    private static Field AsIdentifier(Field field) =>
        field.Role == FieldRole.Other && IdentifierFinder.TryReadReference(field.Value, out _) ? field with { Role = FieldRole.Identifier } : field;
}
