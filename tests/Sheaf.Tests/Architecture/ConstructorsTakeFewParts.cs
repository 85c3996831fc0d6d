using Mono.Cecil;
using Sheaf.Arxiv;
using Sheaf.Commands;

namespace Sheaf.Tests.Architecture;

/// <summary>
/// A class that is made of more than five parts does several things, or lacks a word for what some of its parts are together. Records are
/// data, and have as many values as there are to tell; so a record with more holds data alone, and nothing that does something.
/// </summary>
public sealed class ConstructorsTakeFewParts
{
    private const int Most = 5;

    private static readonly IReadOnlyList<TypeDefinition> Classes =
        [.. new[] { typeof(ArxivServices), typeof(SheafCommand) }.SelectMany(Types).Where(type => !type.Name.StartsWith('<'))];

    [Fact]
    public void No_class_takes_more_than_five() => Assert.Empty(
        from type in Classes
        where !IsData(type)
        from constructor in type.Methods
        where constructor.IsConstructor && constructor.Parameters.Count > Most
        select $"{type.FullName}: {constructor.Parameters.Count}");

    [Fact]
    public void A_record_that_takes_more_holds_data_alone()
    {
        var large = Classes.Where(IsData)
            .Where(type => type.Methods.Any(method => method.IsConstructor && method.Parameters.Count > Most)).ToList();

        Assert.NotEmpty(large);
        Assert.Empty(
            from type in large
            from field in type.Fields
            where !field.IsStatic
            from part in Parts(field.FieldType)
            where Classes.Any(one => one.FullName == part && !IsData(one))
            select $"{type.FullName}: {part}");
    }

    /// <summary>Records, structures and enumerations.</summary>
    private static bool IsData(TypeDefinition type) =>
        type.IsValueType || type.IsInterface || type.Methods.Any(method => method.Name == "<Clone>$");

    private static IEnumerable<TypeDefinition> Types(Type one)
    {
        var assembly = AssemblyDefinition.ReadAssembly(one.Assembly.Location, new ReaderParameters { InMemory = true });
        return assembly.MainModule.Types.Where(type => type.Namespace.StartsWith("Sheaf", StringComparison.Ordinal)).SelectMany(WithInner);
    }

    private static IEnumerable<TypeDefinition> WithInner(TypeDefinition type) => type.NestedTypes.SelectMany(WithInner).Prepend(type);

    /// <summary>A list of papers is a list, and papers.</summary>
    private static IEnumerable<string> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType.FullName),
        TypeSpecification made => Parts(made.ElementType),
        _ => [type.FullName],
    };
}
