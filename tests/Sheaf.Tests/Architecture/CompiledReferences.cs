using Mono.Cecil;

namespace Sheaf.Tests.Architecture;

/// <summary>
/// What a compiled type mentions: in its declaration, its members and their instructions, inner types and closures included.
/// </summary>
internal static class CompiledReferences
{
    /// <summary>The namespaces of the types that it mentions, each once or more.</summary>
    public static IEnumerable<string> Of(TypeDefinition type) => All(type).SelectMany(Parts).Select(NamespaceOf).Distinct();

    private static IEnumerable<TypeReference?> All(TypeDefinition type)
    {
        var declared = type.Interfaces.Select(one => one.InterfaceType)
            .Concat(type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType))
            .Concat(type.Fields.Select(field => field.FieldType))
            .Append(type.BaseType);
        return declared.Concat(Attributes(type)).Concat(type.Fields.SelectMany(Attributes)).Concat(type.Properties.SelectMany(Attributes))
            .Concat(type.Methods.SelectMany(Of)).Concat(type.NestedTypes.SelectMany(All));
    }

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider member) =>
        member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    private static IEnumerable<TypeReference?> Of(MethodDefinition method)
    {
        var declared = Signature(method).Concat(Attributes(method))
            .Concat(method.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType));
        return !method.HasBody ? declared : declared
            .Concat(method.Body.Variables.Select(variable => variable.VariableType))
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
            .Concat(method.Body.Instructions.SelectMany(instruction => instruction.Operand switch
            {
                TypeReference used => [used],
                MethodReference called => Signature(called),
                FieldReference field => [field.DeclaringType, field.FieldType],
                _ => Enumerable.Empty<TypeReference?>(),
            }));
    }

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType)
        .Concat(method is GenericInstanceMethod generic ? generic.GenericArguments : Enumerable.Empty<TypeReference>())
        .Append(method.ReturnType).Append(method.DeclaringType);

    /// <summary>A list of papers is a list, and papers.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => Parts(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Parts)),
        IModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;
}
